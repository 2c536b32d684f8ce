import { fileURLToPath } from 'node:url'

/** Where the fonts lie: a bare server has none of its own, these come with a package of ours. */
export const FONTS = fileURLToPath(new URL('fonts/Roboto/', import.meta.resolve('pdfmake/package.json')))

/** The files of the one font all paper and pictures are set in, by style. */
export const ROBOTO = {
  normal: `${FONTS}Roboto-Regular.ttf`,
  bold: `${FONTS}Roboto-Medium.ttf`,
  italics: `${FONTS}Roboto-Italic.ttf`,
  bolditalics: `${FONTS}Roboto-MediumItalic.ttf`,
} as const
