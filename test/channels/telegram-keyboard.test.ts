import { expect, test } from 'vitest'
import { keyboard } from '../../src/channels/telegram/keyboard.ts'

function rowsOf(labels: readonly string[]): readonly (readonly string[])[] {
  const made = keyboard({ choices: labels.map((label) => ({ label, value: label })) }, true)
  if (made === undefined || !('inline_keyboard' in made)) throw new Error('there are no buttons')
  return made.inline_keyboard.map((row) => row.map(({ text }) => text))
}

test.each([
  [['Ya', 'Tidak'], [['Ya', 'Tidak']]],
  [
    ['Jatah cuti p3k setahun?', '👍', '👎', 'Tanya HR'],
    [['Jatah cuti p3k setahun?'], ['👍', '👎', 'Tanya HR']],
  ],
  [['Tanya HR', '👍', '👎'], [['Tanya HR', '👍', '👎']]],
  [
    ['1', '2', '3', '4', '5', '6'],
    [['1', '2', '3', '4', '5'], ['6']],
  ],
])('the buttons %j stand where a narrow phone shows them whole, and signs together', (labels, rows) => {
  expect(rowsOf(labels)).toEqual(rows)
})
