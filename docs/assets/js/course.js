// Entry of every page: defines the course's elements, nothing else.
import { CourseAccount } from "./account.js";
import { CourseExercise } from "./exercise.js";

for (const [name, element] of /** @type {const} */ ([
  ["course-account", CourseAccount],
  ["course-exercise", CourseExercise],
])) {
  if (!customElements.get(name)) customElements.define(name, element);
}
