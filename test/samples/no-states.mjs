/** Handlers of provider states of which none was written yet. */
export default {};
