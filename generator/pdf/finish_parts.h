/*
 * finish_parts.h - what the parts of the finisher share while they make one file; for this folder alone.
 */
#ifndef GRADIENT_PDF_FINISH_PARTS_H
#define GRADIENT_PDF_FINISH_PARTS_H

#include <limits.h>

#include "pdf/file.h"
#include "pdf/finish.h"
#include "pdf/writer.h"

struct arena;
struct string_index;

/* A run on its page, as content of its element. */
struct pdf_content_item {
	unsigned page, mcid;
	unsigned order; /* of drawing, through the whole document */
};

struct pdf_annotation {
	const struct pdf_drawn_link *link;
	size_t page;
	int object;
};

/* An element of the structure with what belongs to it; -1 stands for no element. */
struct pdf_node {
	int first, next; /* children, and the next child of the same parent */
	unsigned item_from, item_count;
	unsigned annotation_from, annotation_count;
	unsigned order; /* of its first content, also of elements within; PDF_NOT_DRAWN */
	unsigned page;  /* of that content */
	struct box box; /* around that content, on that page */
	int object;     /* number in the file; 0 when it is not kept */
	bool kept;      /* has something to read, or is a cell of a row that has */
	bool has_id;
};

#define PDF_NOT_DRAWN UINT_MAX

struct pdf_tree {
	const struct structure *structure;
	struct pdf_node *nodes;
	struct pdf_content_item *items;     /* by element */
	struct pdf_annotation *annotations; /* by element */
	unsigned annotation_count;
	unsigned *mcid_counts; /* of every page */
};

/* A string of a name tree, and its value as it stands in the file. */
struct name_entry {
	const char *name;
	const char *value;
};

struct pdf_finish {
	struct arena *arena;
	const struct pdf_job *job;
	const struct pages *pages;
	struct diag_list *diags;
	struct pdf_file *file;
	struct pdf_writer *writer;
	struct pdf_tree tree;
	int *page_objects;
	int tree_object, pages_object;
	int *attachment_objects; /* file specifications */
	struct string_index *place_names;
	struct name_entry *places;
	size_t place_count, place_capacity;
};

/* -- tree_plan.c ------------------------------------------------------------------------------ */

/* Which content belongs to which element, and which elements are kept. False after a diagnostic. */
bool pdf_plan_tree(struct pdf_finish *finish);

/* -- tree.c ----------------------------------------------------------------------------------- */

/* Reserves a number for every element, annotation and page. */
void pdf_reserve(struct pdf_finish *finish);

/* The elements and the root of the tree. */
void pdf_write_tree(struct pdf_finish *finish);

/* The object number of the element that has the anchor; 0 if none. */
int pdf_element_of_anchor(const struct pdf_finish *finish, const char *anchor);

/* -- attributes.c ----------------------------------------------------------------------------- */

/* Everything about an element beside its place in the tree. */
void pdf_add_attributes(const struct pdf_finish *finish, int element, struct buffer *out);

/* The ID of an element, of characters that need no escapes; they sort as their numbers do. In the arena. */
const char *pdf_element_id(const struct pdf_finish *finish, int element);

/* Finds the elements that have an ID: notes, and header cells that other cells name. */
void pdf_choose_ids(struct pdf_finish *finish);

/* -- page.c ----------------------------------------------------------------------------------- */

/* Pages with their marked content, annotations and what they use. False after a diagnostic. */
bool pdf_write_pages(struct pdf_finish *finish);

/* -- places.c --------------------------------------------------------------------------------- */

/* Finds the places of all pages; their pages have numbers by then. */
void pdf_collect_places(struct pdf_finish *finish);

/* False after a diagnostic when there is no such place; element: whose location it names, -1 = none. */
bool pdf_check_place(const struct pdf_finish *finish, const char *anchor, int element,
		     const char *what);

/* Links have words and lead to places that are there. False after diagnostics. */
bool pdf_check_links(const struct pdf_finish *finish);

/* Places as a name tree; its object number, 0 when there are none. */
int pdf_write_places(struct pdf_finish *finish);

/* A name tree of entries, which it sorts; its object number. Names are ASCII. */
int pdf_write_names(struct pdf_finish *finish, struct name_entry *entries, size_t count);

/* The name of a place in characters that need no care; different names stay different. In the arena. */
const char *pdf_place_name(struct arena *arena, const char *anchor);

/* -- outline.c -------------------------------------------------------------------------------- */

/* Entries of the outline lead to places that are there. False after diagnostics. */
bool pdf_check_outline(const struct pdf_finish *finish);

/* The outline; its object number, 0 when there is none. */
int pdf_write_outline(struct pdf_finish *finish);

/* -- metadata.c ------------------------------------------------------------------------------- */

/* XMP; its object number. */
int pdf_write_metadata(struct pdf_finish *finish);

/* The information dictionary, which says the same; its object number. */
int pdf_write_info(struct pdf_finish *finish);

/* -- archive.c -------------------------------------------------------------------------------- */

/* Attached files; before the tree, which refers to them. */
void pdf_write_attachments(struct pdf_finish *finish);

/* Entries of the catalog of a file for archives; nothing for other files. */
void pdf_add_archive(struct pdf_finish *finish, struct buffer *catalog);

/* The name tree of attached files; its object number, 0 when there are none. */
int pdf_write_attachment_names(struct pdf_finish *finish);

/* "/AF [4 0 R] " of the attachments of an element; of element 0, the document, all of them. */
void pdf_add_associated(const struct pdf_finish *finish, int element, struct buffer *out);

#endif
