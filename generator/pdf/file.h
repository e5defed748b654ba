/*
 * file.h - a PDF file in memory, read by ISO 32000-1, as any version of cairo writes it.
 *
 * Purpose:   finds objects by number, through cross-reference tables and streams, sections that were
 *            added later, and object streams; unpacks streams. Encrypted files, filters other than Flate
 *            and repair of damaged files are left out: cairo writes none, and the caller refuses.
 * Ownership: slices point into the caller's bytes, which must outlive the file, or into the arena.
 * Errors:    an object that is missing reads as none, as the standard has it: also when its entry points to
 *            another object, which is how cairo 1.18 leaves some. Other faults are told by a sentence.
 *            Any bytes can be read without harm; memory is bound to PDF_UNPACKED_MOST.
 */
#ifndef GRADIENT_PDF_FILE_H
#define GRADIENT_PDF_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"

struct arena;
struct buffer;
struct pdf_file;

enum {
	PDF_PAGES_MOST = 100000,
	PDF_UNPACKED_MOST = 64 * 1024 * 1024 /* a single stream, and all object streams together */
};

/* NULL, and fault says why, when the file, its cross-references or its page tree cannot be read. */
struct pdf_file *pdf_file_read(struct arena *arena, const char *bytes, size_t length,
			       const char **fault);

/* The trailer dictionary: Root, Info. Of a cross-reference stream its dictionary. */
struct pdf_slice pdf_file_trailer(const struct pdf_file *file);

size_t pdf_file_page_count(const struct pdf_file *file);

/* The object number of a page; index < pdf_file_page_count(). */
int pdf_file_page(const struct pdf_file *file, size_t index);

/*
 * An entry of a page, references followed; of the page tree above it when it is one that pages inherit (Resources,
 * MediaBox, CropBox, Rotate). None when it is not there.
 */
struct pdf_slice pdf_file_page_entry(const struct pdf_file *file, size_t index, const char *key);

/* Adds the content of a page, unpacked, its streams joined by line feeds. */
bool pdf_file_page_content(const struct pdf_file *file, size_t index, struct buffer *out,
			   const char **fault);

/* The value of an object, without its stream; none when it is missing. */
struct pdf_slice pdf_file_object(const struct pdf_file *file, int number);

/* The value of a key, references followed; none when it is not there, missing or null. */
struct pdf_slice pdf_entry(const struct pdf_file *file, struct pdf_slice dictionary,
			   const char *key);

/* The value as it stands: "12 0 R" stays. */
struct pdf_slice pdf_entry_raw(const struct pdf_file *file, struct pdf_slice dictionary,
			       const char *key);

/* The value a reference leads to; another value is given back; none when missing or null. */
struct pdf_slice pdf_file_resolve(const struct pdf_file *file, struct pdf_slice value);

/* Adds the bytes of the stream of an object, unpacked. False when it has none or they are damaged. */
bool pdf_file_stream(const struct pdf_file *file, int number, struct buffer *out,
		     const char **fault);

/* Whether a stream belongs to an object. */
bool pdf_file_has_stream(const struct pdf_file *file, int number);

/* The bytes of the stream of an object as they stand in the file. */
bool pdf_file_stream_packed(const struct pdf_file *file, int number, struct pdf_slice *packed,
			    const char **fault);

#endif
