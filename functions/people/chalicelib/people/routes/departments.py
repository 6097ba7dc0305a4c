"""Departments and who leads them."""

from chalicelib.people import schemas
from chalicelib.people.service import People
from portal.principals import Principal, Role
from portal.routes import STAFF, Answer, Request, Routes, only

routes = Routes("people")


@routes.get("/departments", STAFF)
def departments(people: People) -> schemas.DepartmentList:
    """All departments, by name."""
    return schemas.DepartmentList.of(people.departments.all())


@routes.post("/departments", only(Role.OWNER, Role.HR))
def add_department(
    people: People, caller: Principal, body: schemas.NewDepartment
) -> Answer[schemas.DepartmentView]:
    """Add a department."""
    department = people.departments.add(caller, body.name, body.head_id, body.parent_id)
    view = schemas.DepartmentView.model_validate(department)
    return Answer(view, f"/api/people/departments/{department.id}", department.version)


@routes.patch("/departments/{department_id}", only(Role.OWNER, Role.HR))
def change_department(
    people: People,
    caller: Principal,
    department_id: str,
    body: schemas.DepartmentPatch,
    request: Request,
) -> Answer[schemas.DepartmentView]:
    """Rename a department, move it in the tree, or give it another head."""
    department = people.departments.change(
        caller, department_id, body.to_changes(), request.if_match
    )
    return Answer(schemas.DepartmentView.model_validate(department), version=department.version)
