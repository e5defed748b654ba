/*
 * read_parts.h - the parts of reading a report, shared by the read_*.c files of this folder alone.
 */
#ifndef GRADIENT_SPEC_READ_PARTS_H
#define GRADIENT_SPEC_READ_PARTS_H

#include "model/report.h"
#include "spec/parameters.h"

struct arena;
struct diag_list;
struct vocabulary;
struct xml_node;

struct spec_reader {
	struct arena *arena;
	const struct parameters *parameters;
	struct diag_list *diags;
};

/* The tree of a layout, theme or table of words, checked; NULL after a diagnostic. */
struct xml_node *read_look_tree(struct arena *arena, struct arena *nodes, const char *path,
				const struct vocabulary *vocabulary, struct location from,
				struct diag_list *diags);

/* <logo> within an element; a logo without a file when there is none. */
struct logo read_logo(struct arena *arena, const struct xml_node *parent);

/* The figure that the attributes of an element mean. */
struct data_reference read_reference(const struct xml_node *node);

const struct test *read_test(struct spec_reader *reader, const struct xml_node *node);

/* The text and inline elements within an element. */
struct inline_part *read_inline(struct spec_reader *reader, const struct xml_node *node);

/* The inline parts of the first child of that name; NULL when there is none. */
const struct inline_part *inline_child(struct spec_reader *reader, const struct xml_node *node,
				       const char *name);

/* Decision, result and next step stand between the words of an action and are blocks. */
bool is_part_of_action(const struct xml_node *node);

/* One element that is a block by itself, such as an appendix. */
struct block *read_block(struct spec_reader *reader, const struct xml_node *node);

/* The blocks within an element whose title, subtitle, notes and so on are parts of it. */
struct block *read_blocks_with_parts(struct spec_reader *reader, const struct xml_node *node,
				     struct figure_parts *parts);

/* What is made beside the report: extracts and cards. */
void read_extracts(struct spec_reader *reader, const struct xml_node *root, struct report *report);

/* The blocks within an element. */
struct block *read_blocks(struct spec_reader *reader, const struct xml_node *node);

void read_meta(struct spec_reader *reader, const struct xml_node *node, struct report_meta *meta);
void read_data(struct spec_reader *reader, const struct xml_node *node, struct report *report);
void read_source(struct spec_reader *reader, const struct xml_node *node,
		 struct source_spec *source);
void read_lookups(struct spec_reader *reader, const struct xml_node *node, struct report *report);

/* <where>, <all> or <any>, with all within; NULL when the element is none of them. */
struct where_spec *read_where(struct spec_reader *reader, const struct xml_node *node, int series);

/* <derive>, <by> or <count> of a source of records; false when the element is none of them. */
bool read_records(struct spec_reader *reader, const struct xml_node *node,
		  struct records_spec *records);
void read_indicators(struct spec_reader *reader, const struct xml_node *node,
		     struct report *report);

#endif
