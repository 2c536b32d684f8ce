export { createPlaces, type Places, type Where } from '../../../directory.ts'
