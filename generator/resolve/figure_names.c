/*
 * figure_names.c - what figures and tables are called by those who do not see where they stand: label and title, of a
 * table without caption the section and the box around it.
 */
#include "base/arena.h"
#include "resolve/extracts.h"
#include "resolve/resolver.h"

static const char *joined(struct resolver *resolver, const char *label, const char *title)
{
	if (label[0] == '\0' || title[0] == '\0')
		return label[0] == '\0' ? title : label;
	return words_fill(&resolver->words, STRING_DATA_TITLE_LABELLED,
			  (struct placeholder[]){ { "label", label }, { "title", title }, { 0 } });
}

static const char *title_of(struct resolver *resolver, const struct node *node)
{
	return node == NULL ? "" : text_plain(resolver->arena, &node->title);
}

/* A section that is titled itself needs no name of what is around it. */
static const char *name_around(struct resolver *resolver, const struct node *node)
{
	const struct node *around = node_titled_around(node);
	const struct node *outer =
		around == NULL || around->kind == NODE_SECTION ? NULL : node_titled_around(around);

	return joined(resolver, title_of(resolver, outer), title_of(resolver, around));
}

static void name_within(struct resolver *resolver, struct node *node)
{
	if (node->kind == NODE_FIGURE || node->kind == NODE_TABLE)
		node->name = node->title.count > 0
				     ? joined(resolver, node->label, title_of(resolver, node))
				     : name_around(resolver, node);
	for (struct node *child = node->first; child != NULL; child = child->next)
		name_within(resolver, child);
}

void name_figures(struct resolver *resolver)
{
	name_within(resolver, resolver->document->root);
}
