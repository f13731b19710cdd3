import type { HierarchyGroup as WireGroup } from '@aws-sdk/client-connect';
import type { HierarchyGroup } from '../gateway';
import { listedOf } from './listed-shape';
import { optionalStructure, optionalText, text } from './members';

/** The service's own group above all others, which nobody made and no console shows. */
const FOUNDATION = '0';

/** Nothing for the one that nobody made. @throws IncompleteAnswer */
export function hierarchyGroupOf(wire: WireGroup, member: string): HierarchyGroup | undefined {
  const group = { ...listedOf(wire, member), path: pathOf(wire, `${member}.HierarchyPath`) };
  return optionalText(wire.LevelId, `${member}.LevelId`) === FOUNDATION ? undefined : group;
}

function pathOf({ HierarchyPath }: WireGroup, member: string): readonly string[] {
  const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } = optionalStructure(HierarchyPath, member) ?? {};
  return [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive].flatMap((group, index) => {
    const step = optionalStructure(group, `${member}[${index}]`);
    return step ? [text(step.Name, `${member}[${index}].Name`)] : [];
  });
}
