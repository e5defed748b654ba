/*
 * file_pages.h - the pages of a file, in the order of its page tree (ISO 32000-1, 7.7.3).
 */
#ifndef GRADIENT_PDF_FILE_PAGES_H
#define GRADIENT_PDF_FILE_PAGES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct pdf_file;

struct pdf_pages {
	int *numbers; /* of objects */
	size_t count;
};

/*
 * Walks the tree; object_count: objects of the file, numbered from 0. False, and fault says why, for a tree that is
 * damaged, has no pages, or comes to a node twice.
 */
bool pdf_pages_read(struct arena *arena, const struct pdf_file *file, size_t object_count,
		    struct pdf_pages *pages, const char **fault);

#endif
