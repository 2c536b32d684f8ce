import { promisesOfAChannel } from './contract.ts'
import { telegramUnderTest } from './telegram-platform.ts'

promisesOfAChannel(telegramUnderTest('webhook'))
