import { decodeFrame, encodeFrame, IncomingFrame } from '../../provider/plugin/grpc-frame';

describe('a message that comes in', () => {
  const frame = encodeFrame(Buffer.from('hello'));

  test('is whole once its last byte is there, in whatever pieces it came', () => {
    for (let size = 1; size <= frame.length; size++) {
      const incoming = new IncomingFrame(5);
      for (let start = 0; start < frame.length; start += size) expect(incoming.add(frame.subarray(start, start + size))).toBe(true);
      expect(decodeFrame(incoming.bytes())?.toString()).toBe('hello');
    }
  });

  test('is refused as soon as its header announces too much, and nothing of it is kept', () => {
    const incoming = new IncomingFrame(4);
    expect(incoming.add(frame.subarray(0, 4))).toBe(true);
    expect(incoming.add(frame.subarray(4, 5))).toBe(false);
    expect(incoming.add(frame.subarray(5))).toBe(false);
    expect(incoming.bytes()).toHaveLength(0);
  });

  test('is refused when more comes than its header announced and than is allowed', () => {
    const incoming = new IncomingFrame(5);
    expect([frame, Buffer.alloc(1)].map((piece) => incoming.add(piece))).toEqual([true, false]);
    expect(incoming.bytes()).toHaveLength(0);
  });
});
