/*
 * pdf_objects.h - mends the table of objects of a PDF file that cairo wrote.
 *
 * cairo 1.16 gives every link an element of the structure tree, but writes these elements only when the file
 * is tagged. Without tags the table points to places where other objects stand, and strict readers call the
 * file damaged.
 */
#ifndef GRADIENT_DEVICE_PDF_OBJECTS_H
#define GRADIENT_DEVICE_PDF_OBJECTS_H

struct buffer;

/* Entries of objects that are not there become free: a reference to one then means nothing. */
void pdf_free_missing_objects(struct buffer *file);

#endif
