// Entry of every page: defines the course's elements, nothing else.
import { CourseExercise } from "./exercise.js";

if (!customElements.get("course-exercise")) customElements.define("course-exercise", CourseExercise);
