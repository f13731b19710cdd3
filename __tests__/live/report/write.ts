import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import type { Options } from '../options';
import type { Outcome } from '../suite';
import { markdownOf } from './markdown';
import { mustBePrivate } from './privacy';
import { gathered, type Report } from './report';

export function reportOf(
  { facts, group, findings, lives, isComplete, calls, swept }: Outcome,
  options: Options,
  versions: Report['versions'],
  now: number,
): Report {
  return {
    format: 1,
    spokeTo: options.endpoint === undefined ? 'Amazon Connect' : 'another server',
    day: new Date(now).toISOString().slice(0, 10),
    versions,
    instance: {
      region: facts.region,
      ...(group?.replica !== undefined && { otherRegion: group.replica }),
      identityManagement: facts.identityManagement,
      group: group ? (group.isOwn ? 'groups of the run' : 'one that was there') : 'none',
    },
    outcome: isComplete ? 'complete' : 'stopped',
    ...gathered(findings),
    calls: { ...calls, perSecondOfEachOperation: options.rate },
    lives,
    left: swept.left.map(({ kind, why }) => `${kind}: ${why}`),
  };
}

/** Writes the report as JSON and as a page; answers with the files. Throws, and writes nothing, if it held what is private. */
export function writeReport(report: Report, directory: string, secrets: readonly string[]): readonly string[] {
  const contents = { json: `${JSON.stringify(report, undefined, 2)}\n`, md: markdownOf(report) };
  for (const content of Object.values(contents)) mustBePrivate(content, secrets);
  mkdirSync(directory, { recursive: true });
  return Object.entries(contents).map(([extension, content]) => {
    const path = join(directory, `${report.day}-${report.instance.region}-${report.versions.package}.${extension}`);
    writeFileSync(path, content);
    return path;
  });
}

/** Of what the run is made with. */
export function versionsHere(): Report['versions'] {
  const read = (text: string): Readonly<Record<string, string | undefined>> => JSON.parse(text) as Readonly<Record<string, string>>;
  const terraform = read(execFileSync('terraform', ['version', '-json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return {
    package: read(readFileSync(join(thisPackage().root, 'package.json'), 'utf8')).version ?? 'unknown',
    terraform: terraform.terraform_version ?? 'unknown',
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
}
