// Entry of every page: defines the course's elements, nothing else.
import { CourseAccount } from "./account.js";
import { CourseExercise } from "./exercise.js";
import { CourseProgress } from "./progress.js";

for (const [name, element] of /** @type {const} */ ([
  ["course-account", CourseAccount],
  ["course-exercise", CourseExercise],
  ["course-progress", CourseProgress],
])) {
  if (!customElements.get(name)) customElements.define(name, element);
}
