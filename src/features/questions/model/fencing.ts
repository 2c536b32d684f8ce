/** People's and documents' words as data: no fence of the prompt can be closed from within. */
export function fenced(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}

export { masked } from '../../../model/masking.ts'
