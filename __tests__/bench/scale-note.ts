/** What has to be said where the emulator's clock ran faster than the world's. */
export const scaleNote = (timeScale: number): readonly string[] =>
  timeScale === 1
    ? []
    : [
        `the emulator's clock ran ${timeScale} times faster, and the provider sent ${timeScale} times faster: calls are true, wall time is that much shorter than the quota`,
      ];
