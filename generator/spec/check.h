/*
 * check.h - holds an XML tree against a vocabulary.
 */
#ifndef GRADIENT_SPEC_CHECK_H
#define GRADIENT_SPEC_CHECK_H

#include <stdbool.h>

struct arena;
struct diag_list;
struct vocabulary;
struct xml_node;

/*
 * Reports every element, attribute and value that the vocabulary does not allow, every one that is
 * missing, ids used twice and references to nothing. root must be of the vocabulary's outermost element;
 * a part of a report is not checked, for what it may hold depends on where it is included.
 * Returns true when nothing was wrong.
 */
bool check_tree(struct arena *arena, const struct vocabulary *vocabulary,
		const struct xml_node *root, struct diag_list *diags);

#endif
