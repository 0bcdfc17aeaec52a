const LINE_FEED = 0x0a;

/** What is done with a line, and with one that is too long to be read. */
export interface LineSink {
  line(text: string, number: number): void;
  tooLong(number: number): void;
}

/**
 * Cuts content into lines. Lines of blanks are counted and passed over; a byte order mark at the start and `\r` at the end of a
 * line are dropped. A line longer than `longest` bytes is reported, and never held in memory.
 */
export class LineCutter {
  readonly #sink: LineSink;
  readonly #longest: number;
  #held: Buffer[] = [];
  #size = 0;
  #number = 0;
  #isStart = true;

  constructor(longest: number, sink: LineSink) {
    this.#longest = longest;
    this.#sink = sink;
  }

  /** Takes the next bytes. */
  push(chunk: Buffer): void {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end < 0) {
      this.#hold(chunk);
      return;
    }
    if (this.#size > 0) {
      const first = chunk.indexOf(LINE_FEED);
      this.#hold(chunk.subarray(0, first));
      this.#release();
      if (first < end) this.#cut(chunk.subarray(first + 1, end));
    } else this.#cut(chunk.subarray(0, end));
    this.#hold(chunk.subarray(end + 1));
  }

  /** Takes the last line, which may have no line feed. */
  end(): void {
    if (this.#size > 0) this.#release();
  }

  #hold(part: Buffer): void {
    if (this.#size <= this.#longest && part.length > 0) this.#held.push(part);
    this.#size += part.length;
    if (this.#size > this.#longest) this.#held = [];
  }

  #release(): void {
    if (this.#size > this.#longest) {
      this.#number++;
      this.#isStart = false;
      this.#sink.tooLong(this.#number);
    } else this.#cut(Buffer.concat(this.#held));
    this.#held = [];
    this.#size = 0;
  }

  /** Whole lines, without the line feed of the last. */
  #cut(bytes: Buffer): void {
    const text = bytes.toString("utf8");
    let start = this.#isStart && text.startsWith("\ufeff") ? 1 : 0;
    this.#isStart = false;
    while (start <= text.length) {
      const found = text.indexOf("\n", start);
      const end = found < 0 ? text.length : found;
      this.#line(text.slice(start, end));
      start = end + 1;
    }
  }

  #line(line: string): void {
    this.#number++;
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (text === "" || (text.charCodeAt(0) <= 32 && /^[ \t\r]*$/.test(text))) return;
    if (text.length > this.#longest) this.#sink.tooLong(this.#number);
    else this.#sink.line(text, this.#number);
  }
}
