/** Under which keys a workbook keeps what the add-in remembers. They stand in users' files, so they never change. */
export const SETTING = {
  prefix: 'von.',
  memory: 'von.memory',
  comments: 'von.comments',
  threshold: 'von.threshold',
  accepted: 'von.accepted',
} as const;
