#include "layout/composer.h"

#include "base/arena.h"
#include "base/string_index.h"

enum { SEMI_BOLD = 600 };

struct colour composer_colour(const struct composer *composer, enum colour_role role)
{
	return composer->theme->colours[role];
}

const struct text_style *composer_style(const struct composer *composer, enum text_role role)
{
	return &composer->layout->styles[role];
}

int composer_font(struct composer *composer, enum text_role role)
{
	/* Asked for with every line and cell. */
	if (composer->fonts[role] == 0)
		composer->fonts[role] =
			text_font(composer->engine, composer_style(composer, role)) + 1;
	return composer->fonts[role] - 1;
}

int composer_font_with(struct composer *composer, enum text_role role, bool strong, bool emphasis)
{
	struct text_style style = *composer_style(composer, role);

	if (strong && style.weight < SEMI_BOLD)
		style.weight = SEMI_BOLD;
	style.italic = style.italic || emphasis;
	return text_font(composer->engine, &style);
}

unsigned composer_page(const struct composer *composer, const char *anchor)
{
	int number = string_index_find(composer->anchor_numbers, anchor);

	return number < 0 ? 0 : composer->anchor_pages[number];
}

void composer_set_page(struct composer *composer, const char *anchor, unsigned page)
{
	int number = string_index_find(composer->anchor_numbers, anchor);

	if (number < 0) {
		number = (int)composer->anchor_count;
		string_index_add(composer->anchor_numbers, anchor, number);
		composer->anchor_pages =
			arena_grow(composer->whole, composer->anchor_pages, composer->anchor_count,
				   &composer->anchor_capacity, sizeof(*composer->anchor_pages));
		composer->anchor_count++;
	}
	composer->anchor_pages[number] = page;
}

int composer_element(struct composer *composer, enum structure_type type, int parent)
{
	int element;

	if (parent < 0)
		return parent;
	element = structure_add(composer->arena, &composer->pages->structure, type, parent);
	composer_facts(composer, element)->at = composer->at;
	return element;
}

struct structure_element *composer_facts(struct composer *composer, int element)
{
	return element < 0 ? &composer->ignored : &composer->pages->structure.elements[element];
}
