/**
 * Shortcuts in the lexer of pdf.js, which reads a page byte by byte: numbers, strings, lists of both, names and operators
 * of the usual kind are taken from the bytes in one go. Whatever is unusual goes the engine's own way, from where it began.
 */
import type { Patch } from './patch.ts'

export const LEXER: readonly Patch[] = [
  // What is drawn on a page in one piece of memory: all shortcuts below need it.
  {
    file: 'pdf.worker.mjs',
    find: '    this.parser = new Parser({\n      lexer: new Lexer(stream, EvaluatorPreprocessor.opMap),',
    put: `    if (!(stream instanceof Stream)) {
      const { dict } = stream;
      stream = new Stream(stream.getBytes(), 0, 0, dict);
    }
    this.parser = new Parser({
      lexer: new Lexer(stream, EvaluatorPreprocessor.opMap),`,
  },
  // A list of words and gaps is one token; so often each letter is a word of its own.
  {
    file: 'pdf.worker.mjs',
    find: '        this.nextChar();\n        return Cmd.get("[");',
    put: `        this.nextChar();
        return this.knownCommands && this.getWords() || Cmd.get("[");`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '  getName() {\n    let ch, previousCh;',
    put: `  getWords() {
    const { stream, currentChar } = this;
    if (!(stream instanceof Stream)) return null;
    const { pos } = stream;
    const words = [];
    try {
      while (true) {
        const ch = this.currentChar;
        if (ch === 0x28) words.push(this.getString());
        else if (ch >= 0x30 && ch <= 0x39 || ch === 0x2d || ch === 0x2e) words.push(this.getNumber());
        else if (specialChars[ch] === 1) this.nextChar();
        else if (ch === 0x3c && stream.peekByte() !== 0x3c) {
          this.nextChar();
          words.push(this.getHexString());
        } else if (ch === 0x5d) {
          this.nextChar();
          return words;
        } else break;
      }
    } catch {}
    stream.pos = pos;
    this.currentChar = currentChar;
    return null;
  }
  getName() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let name = "";
      for (let i = stream.pos; i < end; i++) {
        const byte = bytes[i];
        if (specialChars[byte]) {
          stream.pos = i + 1;
          this.currentChar = byte;
          return Name.get(name);
        }
        if (byte === 0x23 || name.length === 127) break;
        name += String.fromCharCode(byte);
      }
    }
    let ch, previousCh;`,
  },
  // An operator that was spelt out once is known by its bytes.
  {
    file: 'pdf.worker.mjs',
    find: '    let str = String.fromCharCode(ch);\n    if (ch < 0x20 || ch > 0x7f) {',
    put: `    let key = 0;
    if (this.knownCommands && this.stream instanceof Stream) {
      const { bytes, end, pos } = this.stream;
      let at = pos;
      key = ch;
      while (at < end && at < pos + 3 && !specialChars[bytes[at]]) key = key << 8 | bytes[at++];
      const known = at < end && specialChars[bytes[at]] ? spelt.get(key) : undefined;
      if (known) {
        this.currentChar = bytes[at];
        this.stream.pos = at + 1;
        return known;
      }
    }
    let str = String.fromCharCode(ch);
    if (ch < 0x20 || ch > 0x7f) {`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '      this.beginInlineImagePos = this.stream.pos;\n    }\n    return Cmd.get(str);',
    put: `      this.beginInlineImagePos = this.stream.pos;
    } else if (knownCommandFound && str.length <= 3 && specialChars[this.currentChar]) {
      spelt.set(key, Cmd.get(str));
    }
    return Cmd.get(str);`,
  },
  { file: 'pdf.worker.mjs', find: 'class Lexer {', put: 'const spelt = new Map();\nclass Lexer {' },
  {
    file: 'pdf.worker.mjs',
    find: '  getString() {\n    let numParen = 1;',
    put: `  getString() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let text = "";
      for (let i = stream.pos; i < end; i++) {
        const byte = bytes[i];
        if (byte === 0x29) {
          stream.pos = i + 1;
          this.nextChar();
          return text;
        }
        if (byte === 0x28 || byte === 0x5c) break;
        text += String.fromCharCode(byte);
      }
    }
    let numParen = 1;`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '  getHexString() {\n    const strBuf = this.strBuf;',
    put: `  getHexString() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let text = "";
      let first = toHexDigit(this.currentChar);
      for (let i = stream.pos; first >= 0 && i + 1 < end; i += 2) {
        const second = toHexDigit(bytes[i]);
        if (second < 0) break;
        text += String.fromCharCode(first << 4 | second);
        if (bytes[i + 1] === 0x3e) {
          stream.pos = i + 2;
          this.nextChar();
          return text;
        }
        first = toHexDigit(bytes[i + 1]);
      }
    }
    const strBuf = this.strBuf;`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '  getNumber() {\n    let ch = this.currentChar;',
    put: `  getNumber() {
    const { stream } = this;
    if (stream instanceof Stream) {
      const { bytes, end } = stream;
      let { pos } = stream;
      let next = this.currentChar;
      const isNegative = next === 0x2d;
      if (isNegative) next = pos < end ? bytes[pos++] : -1;
      let divide = 0;
      if (next === 0x2e) {
        divide = 10;
        next = pos < end ? bytes[pos++] : -1;
      }
      if (next >= 0x30 && next <= 0x39) {
        let value = next - 0x30;
        while (true) {
          next = pos < end ? bytes[pos++] : -1;
          if (next >= 0x30 && next <= 0x39) {
            if (divide !== 0) divide *= 10;
            value = value * 10 + (next - 0x30);
          } else if (next === 0x2e && divide === 0) divide = 1;
          else break;
        }
        if (next !== 0x2d) {
          stream.pos = pos;
          this.currentChar = next;
          if (divide !== 0) value /= divide;
          return isNegative ? -value : value;
        }
      }
    }
    let ch = this.currentChar;`,
  },
]
