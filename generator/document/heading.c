#include "document/heading.h"

#include "document/document.h"

unsigned node_heading_level(const struct node *node)
{
	unsigned level = HEADING_LEVEL_TITLE + 1;

	if ((node->kind != NODE_SECTION && node->kind != NODE_CONTENTS) || node->local)
		return 0;
	for (const struct node *around = node->parent; around != NULL; around = around->parent)
		level += around->kind == NODE_SECTION;
	return level < HEADING_LEVEL_MOST ? level : HEADING_LEVEL_MOST;
}
