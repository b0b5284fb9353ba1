import './observe-lesson.ts';
