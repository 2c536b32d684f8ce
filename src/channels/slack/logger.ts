import { type Logger, LogLevel } from '@slack/bolt'

/** The libraries say nothing by themselves: their lines quote what people wrote. What matters reaches us as errors. */
export const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
}

function nothing(): void {
  // said nowhere
}
