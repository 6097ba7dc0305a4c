import { Button } from "@mantine/core";
import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useDraggable, useDroppable } from "@dnd-kit/core";
import { IconGripVertical, IconPrinter } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Schemas, useColleagues } from "@/shared/api";
import { Face, FactField } from "@/shared/ui";
import { choiceEditor, textEditor } from "@/shared/ui/fact-editors";
import classes from "./chart.module.css";
import { type Branch, placesFor, treeOf } from "./tree";
import { useMoving } from "./use-moving";

type Department = Schemas["DepartmentView"];

interface ChartProps {
  departments: readonly Department[];
  /** Who may draw the tree, and who may say who heads what. */
  mayMove: boolean;
  mayAppoint: boolean;
}

/** The company as a tree: moved by drag, or by the choice that every card has. */
export function Chart({ departments, mayMove, mayAppoint }: ChartProps) {
  const { t } = useTranslation("people");
  const { save, move } = useMoving();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const moved = departments.find(({ id }) => id === active.id);
    const parent_id = over ? (over.id === TOP ? null : String(over.id)) : undefined;
    if (!moved || parent_id === undefined || parent_id === moved.parent_id) return;
    const places = placesFor(departments, moved.id);
    if (parent_id === null || places.some(({ id }) => id === parent_id)) move(moved, parent_id);
  };
  const shared = { departments, mayMove, mayAppoint, save };
  return (
    <DndContext sensors={sensors} onDragEnd={onDragEnd}>
      <div className={classes.tools}>
        {mayMove && <Top label={t("toTop")} />}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={14} />}
          onClick={() => globalThis.print()}
        >
          {t("print")}
        </Button>
      </div>
      <ul className={classes.tree} aria-label={t("tabDepartments")}>
        {treeOf(departments).map((branch) => (
          <BranchItem key={branch.department.id} branch={branch} {...shared} />
        ))}
      </ul>
    </DndContext>
  );
}

const TOP = "top";

/** What is let go here belongs to nothing. */
function Top({ label }: { label: string }) {
  const { setNodeRef, isOver } = useDroppable({ id: TOP });
  return (
    <div ref={setNodeRef} className={classes.top} data-over={isOver || undefined}>
      {label}
    </div>
  );
}

interface BranchItemProps extends ChartProps {
  branch: Branch;
  save: (department: Department, body: Schemas["DepartmentPatch"]) => Promise<unknown>;
}

function BranchItem({ branch, ...shared }: BranchItemProps) {
  const { below } = branch;
  return (
    <li>
      <Card department={branch.department} {...shared} />
      {below.length > 0 && (
        <ul>
          {below.map((one) => (
            <BranchItem key={one.department.id} branch={one} {...shared} />
          ))}
        </ul>
      )}
    </li>
  );
}

type CardProps = Omit<BranchItemProps, "branch"> & { department: Department };

function Card({ department, departments, mayMove, mayAppoint, save }: CardProps) {
  const { t } = useTranslation("people");
  const colleagues = useColleagues();
  const { setNodeRef, listeners, isDragging, transform } = useDraggable({
    id: department.id,
    disabled: !mayMove,
  });
  const { setNodeRef: setDropRef, isOver } = useDroppable({
    id: department.id,
    disabled: !mayMove,
  });
  const people = colleagues.filter((one) => one.department_ids.includes(department.id));
  const head = colleagues.find(({ id }) => id === department.head_id);
  const parent = departments.find(({ id }) => id === department.parent_id);
  return (
    <div
      ref={setDropRef}
      className={classes.card}
      data-over={(isOver && !isDragging) || undefined}
      data-dragged={isDragging || undefined}
      style={
        transform
          ? { transform: `translate(${String(transform.x)}px, ${String(transform.y)}px)` }
          : undefined
      }
    >
      <div className={classes.head}>
        {mayMove && (
          <span ref={setNodeRef} {...listeners} className={classes.grip} aria-hidden>
            <IconGripVertical size={16} />
          </span>
        )}
        <FactField
          label={t("departmentName")}
          value={department.name}
          display={<strong>{department.name}</strong>}
          editor={mayMove ? textEditor : undefined}
          onSave={(name) => save(department, { name })}
        />
      </div>
      <FactField
        label={t("departmentHead")}
        value={department.head_id}
        display={head?.name}
        editor={mayAppoint ? choiceEditor(optionsOf(colleagues), true) : undefined}
        onSave={(head_id) => save(department, { head_id })}
      />
      {(mayMove || parent) && (
        <FactField<string | null>
          label={t("belongsTo")}
          value={department.parent_id}
          display={parent?.name ?? t("atTop")}
          editor={
            mayMove
              ? choiceEditor(optionsOf(placesFor(departments, department.id)), true)
              : undefined
          }
          onSave={(parent_id) => save(department, { parent_id })}
        />
      )}
      <Link className={classes.people} to="/people" search={{ department: department.id }}>
        <span className={classes.faces}>
          {people.slice(0, 5).map((one) => (
            <Face key={one.id} name={one.name} silent size={22} />
          ))}
        </span>
        {t("colleagues", { count: people.length })}
      </Link>
    </div>
  );
}

function optionsOf(items: readonly { id: string; name: string }[]) {
  return items.map(({ id, name }) => ({ value: id, label: name }));
}
