/*
 * messages.h - texts written in a test read as files of ours, and what is said about them.
 */
#ifndef GRADIENT_TESTS_MESSAGES_H
#define GRADIENT_TESTS_MESSAGES_H

#include "base/diag.h"

struct arena;
struct vocabulary;
struct xml_node;

/* All messages in their order, as on a terminal without colour. */
const char *messages_text(struct arena *arena, struct diag_list *diags);

/* How many of them have an id. */
size_t messages_count(const struct diag_list *diags, const char *id);

/* The tree of a text in the namespace of a vocabulary; file "t.xml". NULL after a diagnostic. */
struct xml_node *tree_of(struct arena *arena, const struct vocabulary *vocabulary, const char *text,
			 struct diag_list *diags);

/* A report with these elements in its body, over a source "s" and an indicator "A"; a line each. */
const char *report_text(struct arena *arena, const char *body);

#endif
