#include "model/layout.h"

#include <string.h>

static const char *const roles[] = {
#define TEXT_ROLE(symbol, name) [ROLE_##symbol] = name,
#include "model/text_roles.def"
#undef TEXT_ROLE
};

const char *text_role_name(enum text_role role)
{
	return roles[role];
}

enum text_role text_role_find(const char *name)
{
	for (int i = 0; i < TEXT_ROLE_COUNT; i++)
		if (strcmp(roles[i], name) == 0)
			return (enum text_role)i;
	return TEXT_ROLE_COUNT;
}

double layout_text_width(const struct layout *layout)
{
	return layout->width_pt - layout->left_pt - layout->right_pt;
}

double layout_span_width(const struct layout *layout, unsigned count)
{
	double column = (layout_text_width(layout) - layout->gutter_pt * (layout->columns - 1)) /
			layout->columns;

	return column * count + layout->gutter_pt * (count - 1);
}

const struct heading_style *layout_heading(const struct layout *layout, enum section_kind kind,
					   unsigned level)
{
	const struct heading_style *best = NULL;

	for (size_t i = 0; i < layout->heading_count; i++) {
		const struct heading_style *heading = &layout->headings[i];

		if (heading->kind == kind && heading->level <= level &&
		    (best == NULL || heading->level > best->level))
			best = heading;
	}
	if (best == NULL && kind != SECTION_PLAIN)
		return layout_heading(layout, SECTION_PLAIN, level);
	return best;
}
