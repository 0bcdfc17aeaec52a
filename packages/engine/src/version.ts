/** The version of Concordat; a test holds it equal to the packages'. */
export const VERSION = "0.1.0";
