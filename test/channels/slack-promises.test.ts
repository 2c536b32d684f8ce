import { promisesOfAChannel } from './contract.ts'
import { slackUnderTest } from './slack-platform.ts'

promisesOfAChannel(slackUnderTest('socket'))
promisesOfAChannel(slackUnderTest('http'))
