/*
 * writer.h - objects of a new PDF 1.7 file, written as they come.
 *
 * Purpose:   objects without streams are packed in object streams, the cross-reference is a stream, everything is
 *            compressed. The same calls give the same bytes.
 * Ownership: the writer lives in the arena; texts and bytes are copied when given.
 * Errors:    values are given in sound form, and each reserved number is written once: writing one twice ends the program.
 *            A number that never was written is a free entry, which readers take for null. What is copied may turn out to be
 *            damaged: pdf_writer_fault().
 */
#ifndef GRADIENT_PDF_WRITER_H
#define GRADIENT_PDF_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/file.h"
#include "pdf/value.h"

struct arena;
struct buffer;
struct pdf_writer;

struct pdf_writer *pdf_writer_new(struct arena *arena);

/* NULL, or why the file must not be used: a stream that was copied is damaged. */
const char *pdf_writer_fault(const struct pdf_writer *writer);

/* A number for an object that is written later; the first is 1. */
int pdf_writer_reserve(struct pdf_writer *writer);

/* The object is this value: "<< /Type /Catalog >>". */
void pdf_writer_object(struct pdf_writer *writer, int number, struct pdf_slice text);

/*
 * The object is a stream, compressed here; entries are those of its dictionary beside Length and Filter, without the
 * brackets: "/Type /XObject /Subtype /Form", or "".
 */
void pdf_writer_stream(struct pdf_writer *writer, int number, const char *entries,
		       struct pdf_slice bytes);

/* The same with bytes as they are: entries name the filter if they are packed (XMP stays plain text). */
void pdf_writer_stream_as_is(struct pdf_writer *writer, int number, const char *entries,
			     struct pdf_slice bytes);

/*
 * Copies an object of the file, and all that it refers to, and gives its new number. An object is copied once, however
 * often it is asked for; streams stay packed as they are. Fonts of type CIDFontType2 get the CIDToGIDMap that PDF/UA
 * demands and cairo leaves out. A missing object becomes null. All objects must be of one file.
 */
int pdf_writer_copy(struct pdf_writer *writer, const struct pdf_file *file, int number);

/*
 * A value whose references are copied and renumbered. Do not give it a page or a value that refers to one (Parent,
 * Annots), which brings the page with it. In the arena.
 */
struct pdf_slice pdf_writer_copy_value(struct pdf_writer *writer, const struct pdf_file *file,
				       struct pdf_slice value);

/*
 * Adds the file to out; root and info are numbers of objects, info 0 for none. The trailer's ID is made of the digest of the
 * bytes. Nothing can be written afterwards.
 */
void pdf_writer_finish(struct pdf_writer *writer, int root, int info, struct buffer *out);

#endif
