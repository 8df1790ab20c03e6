/**
 * What is drawn on a page, noted down while its words are read: the engine would parse the page a second time for it.
 *
 * The notes ride in the styles of the text under the name `drawn`. They are complete unless something on the page was
 * damaged; a page with annotations, which draw too, gets none.
 */
import type { Patch } from './patch.ts'

const NOTES = `
class DrawnNotes {
  fnArray = [];
  argsArray = [];
  fonts = new Map();
  complete = false;
  sent = false;
  pathState = new EvalState();
  add(fn, args) {
    this.fnArray.push(fn);
    this.argsArray.push(args);
  }
  addImage(dict) {
    const w = dict.get("W", "Width"), h = dict.get("H", "Height");
    if (!(w && typeof w === "number") || !(h && typeof h === "number")) return;
    if (w * h > 1 || !dict.get("IM", "ImageMask")) this.add(OPS.paintImageXObject, ["", w, h]);
  }
  take(fn, args, evaluator) {
    switch (fn | 0) {
      case OPS.save:
      case OPS.restore:
        this.add(fn, null);
        break;
      case OPS.transform:
      case OPS.setTextRenderingMode:
        this.add(fn, args.slice());
        break;
      case OPS.endInlineImage:
        this.addImage(args[0].dict);
        break;
      case OPS.moveTo:
      case OPS.lineTo:
      case OPS.curveTo:
      case OPS.curveTo2:
      case OPS.curveTo3:
      case OPS.closePath:
      case OPS.rectangle:
        evaluator.buildPath(fn, args, this.pathState);
        break;
      case OPS.endPath:
        this.pathState.pathBuffer.length = 0;
        break;
      case OPS.closeStroke:
      case OPS.closeFillStroke:
      case OPS.closeEOFillStroke:
        this.pathState.pathBuffer.push(DrawOPS.closePath);
      case OPS.stroke:
      case OPS.fill:
      case OPS.eoFill:
      case OPS.fillStroke:
      case OPS.eoFillStroke:
        if (this.pathState.pathBuffer.length > 0) {
          this.add(OPS.constructPath, [fn, [new Float32Array(this.pathState.pathBuffer)], null]);
          this.pathState.pathBuffer.length = 0;
        }
        break;
    }
  }
}
`

export const DRAWN: readonly Patch[] = [
  { file: 'pdf.worker.mjs', find: 'class EvaluatorPreprocessor {', put: `${NOTES}class EvaluatorPreprocessor {` },
  {
    file: 'pdf.worker.mjs',
    find: '      viewBox: this.view,\n      lang,\n      intersector\n    });',
    put: '      viewBox: this.view,\n      lang,\n      intersector,\n      drawn: this.#notes()\n    });',
  },
  {
    file: 'pdf.worker.mjs',
    find: '  async extractTextContent({\n    handler,',
    put: `  #notes() {
    try {
      return this.evaluatorOptions.maxImageSize === 0 && this.annotations.length === 0 ? new DrawnNotes() : null;
    } catch {
      return null;
    }
  }
  async extractTextContent({
    handler,`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '    prevRefs = null,\n    intersector = null\n  }) {',
    put: '    prevRefs = null,\n    intersector = null,\n    drawn = null\n  }) {',
  },
  {
    file: 'pdf.worker.mjs',
    find: '    const twoLastChars = [" ", " "];',
    put: `    const isPage = drawn !== null && !drawn.sent;
    if (isPage) {
      drawn.sent = true;
      textContent.styles.drawn = drawn;
    }
    const twoLastChars = [" ", " "];`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '        switch (fn | 0) {\n          case OPS.setFont:\n            const fontNameArg',
    put: `        drawn?.take(fn, args, self);
        switch (fn | 0) {
          case OPS.setFont:
            const fontNameArg`,
  },
  // an image met again is drawn again, and so is a form, whether there are words in it or not
  {
    file: 'pdf.worker.mjs',
    find: 'if (isValidName && emptyXObjectCache.getByName(name)) {\n              break;',
    put: `const emptyXObject = isValidName && emptyXObjectCache.getByName(name);
            if (emptyXObject && (!drawn || emptyXObject !== true)) {
              drawn?.addImage(emptyXObject);
              break;`,
  },
  {
    file: 'pdf.worker.mjs',
    find: 'if (emptyXObjectCache.getByRef(xobj)) {',
    put: 'if (!drawn && emptyXObjectCache.getByRef(xobj)) {',
  },
  {
    file: 'pdf.worker.mjs',
    find: 'if (type.name !== "Form") {\n                emptyXObjectCache.set(name, dict.objId, true);',
    put: `if (type.name !== "Form") {
                emptyXObjectCache.set(name, dict.objId, drawn && type.name === "Image" ? dict : true);
                if (type.name === "Image") drawn?.addImage(dict);`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '              if (matrix) {\n                xObjStateManager.transform(matrix);\n              }',
    put: `              if (matrix) {
                xObjStateManager.transform(matrix);
              }
              drawn?.add(OPS.paintFormXObjectBegin, [matrix && new Float32Array(matrix), null]);`,
  },
  {
    file: 'pdf.worker.mjs',
    find: `                keepWhiteSpace,
                prevRefs: seenRefs
              }).then(function () {`,
    put: `                keepWhiteSpace,
                prevRefs: seenRefs,
                drawn
              }).then(function () {
                drawn?.add(OPS.paintFormXObjectEnd, null);`,
  },
  {
    file: 'pdf.worker.mjs',
    find: '      flushTextContentItem();\n      closePendingMarkedContentItems();\n      enqueueChunk();\n      resolve();',
    put: `      flushTextContentItem();
      closePendingMarkedContentItems();
      if (drawn) {
        for (let i = preprocessor.savedStatesDepth; i > 0; i--) drawn.add(OPS.restore, null);
        drawn.complete ||= isPage && !drawn.failed;
      }
      enqueueChunk();
      resolve();`,
  },
  ...['ignoring XObject', 'ignoring errors'].map(
    (said): Patch => ({
      file: 'pdf.worker.mjs',
      find: `warn(\`getTextContent - ${said}`,
      put: `if (drawn) drawn.failed = true;\n        warn(\`getTextContent - ${said}`,
    }),
  ),
]
