/** Where something waits on this device, whatever page one is on: it is sent, and goes when one signs out. */
import './note-sender.ts';
