// Photos and documents that people send in. They are kept byte for byte: what a camera wrote into a photo, such as the
// place it was taken at, is personal data, so it stays in the file, is read by nobody here and is never shown.

export { type ChannelFiles, createChannelFiles } from './files/channel-files.ts'
export { fileJobs } from './files/jobs.ts'
export { createKeeping, type Keeping } from './files/keeping.ts'
export type { Purpose } from './files/purposes.ts'
export { createFileStore, type FileStore, type FilesAt } from './files/store.ts'
