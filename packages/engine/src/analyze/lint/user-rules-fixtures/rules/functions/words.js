module.exports = (input) => (/\s/.test(input) ? [{ message: `"${input}" has more than one word` }] : undefined);
