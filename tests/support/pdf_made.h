/*
 * pdf_made.h - small PDF files, sound and damaged, for tests of the reader and of what is written.
 *
 * Objects are added one by one; made_table() ends the file, or a section of it: more objects and another
 * table may follow.
 */
#ifndef GRADIENT_TESTS_PDF_MADE_H
#define GRADIENT_TESTS_PDF_MADE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "pdf/file.h"

struct arena;

enum { MADE_OBJECTS_MOST = 400 };

struct pdf_made {
	struct buffer bytes;
	size_t offsets[MADE_OBJECTS_MOST];
	bool fresh[MADE_OBJECTS_MOST]; /* since the last table */
};

/* The header alone. */
struct pdf_made *made_new(void);

/* Catalog 1, page tree 2 and page 3 with content 4, which is plain text. */
struct pdf_made *made_page(const char *content);

void made_object(struct pdf_made *made, int number, const char *text);

/* A stream; entries of its dictionary beside Length. */
void made_stream(struct pdf_made *made, int number, const char *entries, const void *bytes,
		 size_t length);

/* A table of the objects since the last one; entries of the trailer beside Size. Gives the offset of the table. */
size_t made_table(struct pdf_made *made, const char *entries);

/* The last line that says where the cross-references are. */
void made_start(struct pdf_made *made, size_t offset);

/* Reads the file: it must succeed. */
struct pdf_file *made_read(struct pdf_made *made);

/* Reads the file: it must fail with this sentence. */
void made_check_refused(struct pdf_made *made, const char *wanted);

void made_free(struct pdf_made *made);

/* A file of tests/data/pdf. */
struct buffer made_fixture(const char *name);

#endif
