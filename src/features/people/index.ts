export { administrators, leads, learningLeaders, role } from './roles.ts';
