export { type CheckStorageOptions, checkStorage, type StorageResult } from './check-storage.js'
export type { Law, StorageCase } from './storage-case.js'
export { storageCases } from './storage-cases.js'
export { type TestStorageOptions, testStorage } from './test-storage.js'
