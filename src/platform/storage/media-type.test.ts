import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaTypeOf, onlyNamedPicture } from './media-type.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const ftyp = (...brands: string[]) => {
  const box = bytes(`\0\0\0\0ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, bytes('\0\0\0\x08free')]);
};

const cases: [what: string, head: Buffer, type: string][] = [
  ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
  ['a PNG picture', bytes('\x89PNG\r\n\x1a\n'), 'image/png'],
  ['an old GIF', bytes('GIF87a'), 'image/gif'],
  ['a GIF', bytes('GIF89a'), 'image/gif'],
  ['a WebP picture', bytes('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
  ['an iPhone photo', ftyp('heic', 'mif1', 'heic'), 'image/heic'],
  ['an iPhone photo named by its second brand', ftyp('mif1', 'mif1', 'heic'), 'image/heic'],
  ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3'), 'application/pdf'],
  ['a film', ftyp('isom', 'iso2', 'mp41'), 'video/mp4'],
  ['an iPhone film', ftyp('qt  '), 'video/quicktime'],
  ['a voice memo', ftyp('M4A ', 'mp42'), 'audio/mp4'],
  ['music with tags', bytes('ID3\x04\0\0'), 'audio/mpeg'],
  ['music without tags', bytes('\xff\xfb\x90\x64\0'), 'audio/mpeg'],
  ['a recording by a browser', bytes('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'), 'video/webm'],
  ['another recording by a browser', bytes('OggS\0\x02'), 'audio/ogg'],
  ['an uncompressed recording', bytes('RIFF\x10\0\0\0WAVEfmt '), 'audio/wav'],
  ['a zip archive', bytes('PK\x03\x04\x14\0\0\0photos/1.jpg'), 'application/zip'],
  ['notes in UTF-8', Buffer.from('Reading, Tuesday\r\n\t“hello” 你好'), 'text/plain'],
  ['notes in Windows-1252', bytes('caf\xe9 \x80 5'), 'text/plain'],
  ['a web page', bytes('<!doctype html><script>alert(1)</script>'), 'text/plain'],
  ['an SVG drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'text/plain'],
  ['a program', bytes('\x7fELF\x02\x01\x01\0'), 'application/octet-stream'],
  ['a film by an older phone', ftyp('3gp4', 'isom'), 'video/3gpp'],
  ['a film by another older phone', ftyp('3g2a'), 'video/3gpp2'],
  ['a film by a browser that writes MP4', ftyp('iso5', 'hlsf'), 'video/mp4'],
  ['a film by an old camera, without a brand', bytes('\0\0\0\x08wide\0\0\x10\0mdat'), 'video/quicktime'],
  ['words where a box has its name', bytes('The free film club'), 'text/plain'],
  [
    'a recording whose kind stands late',
    bytes(`\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x80\xec\xc0${'\0'.repeat(64)}\x42\x82\x84webm`),
    'video/webm',
  ],
  ['Matroska film', bytes('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska'), 'video/x-matroska'],
  [
    'Matroska that says webm further on',
    bytes('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska webm'),
    'video/x-matroska',
  ],
  ['EBML of another kind', bytes('\x1a\x45\xdf\xa3\x9f\x42\x82\x83abc'), 'application/octet-stream'],
  ['EBML that does not say its kind', bytes('\x1a\x45\xdf\xa3\x9f'), 'application/octet-stream'],
  [
    'AAC sound, frame after frame',
    bytes('\xff\xf1\x50\x80\x01\x1f\xfc\0\xff\xf1\x50\x80\x01\x1f\xfc\0'),
    'audio/aac',
  ],
  [
    'what begins like AAC and does not go on so',
    bytes(`\xff\xf1\x50\x80\x01\x1f\xfc\0${'\x01'.repeat(9)}`),
    'application/octet-stream',
  ],
  ['the first five bytes of AAC sound', bytes('\xff\xf1\x50\x80\0'), 'application/octet-stream'],
  ['a voice note by an old phone', bytes('#!AMR\n\x3c\x91'), 'audio/amr'],
  ['a voice note in a wider band', bytes('#!AMR-WB\n\x04\x91'), 'audio/amr-wb'],
  ['words about voice notes', bytes('#!AMR is a format'), 'text/plain'],
  ['nothing at all', Buffer.alloc(0), 'application/octet-stream'],
];

for (const [what, head, type] of cases) {
  test(`${what} is known as ${type}`, () => assert.equal(mediaTypeOf(head), type));
}

test('an office document is known by the part it must contain, found at the end of the file', () => {
  const head = bytes('PK\x03\x04\x14\0\x06\0[Content_Types].xml');
  const office = 'application/vnd.openxmlformats-officedocument.';
  assert.equal(mediaTypeOf(head, bytes('PK\x01\x02word/document.xml')), `${office}wordprocessingml.document`);
  assert.equal(mediaTypeOf(head, bytes('PK\x01\x02xl/workbook.xml')), `${office}spreadsheetml.sheet`);
  assert.equal(
    mediaTypeOf(head, bytes('PK\x01\x02ppt/presentation.xml')),
    `${office}presentationml.presentation`,
  );
  const odt = `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04`;
  assert.equal(mediaTypeOf(bytes(odt)), 'application/vnd.oasis.opendocument.text');
});

test('a file named like a picture is taken for one only when it is one', () => {
  assert.equal(onlyNamedPicture('board.PNG', 'text/plain'), true);
  assert.equal(onlyNamedPicture('board.jpg', 'application/octet-stream'), true);
  assert.equal(onlyNamedPicture('board.heic', 'application/pdf'), true);
  // Phones name one sort of picture like another; it is still a picture.
  assert.equal(onlyNamedPicture('board.jpg', 'image/heic'), false);
  assert.equal(onlyNamedPicture('scan.tiff', 'application/octet-stream'), false);
  assert.equal(onlyNamedPicture('drawing.svg', 'text/plain'), false);
  assert.equal(onlyNamedPicture('lesson.html', 'text/plain'), false);
});
