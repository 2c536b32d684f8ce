/** What can be read in a citizen's text without a model: each in well under a millisecond, none ever throws. */
export { type Guess, KINDS, type Kind, kindOf, SURE } from './reading/kind.ts'
export { maskPersons } from './reading/persons.ts'
export { type Sentiment, sentimentOf } from './reading/sentiment.ts'
export { type Tempers, tempersOf } from './reading/tempers.ts'
export { allThemes, OTHER, type Theme, themesOf } from './reading/themes.ts'
