#include "support/shaping.h"

#include <string.h>

const struct text_style plain = { .font = FONT_TEXT, .weight = 400, .size_pt = 12 };

const struct shaped_text *shape_in(const struct look *look, struct text_style style,
				   const char *words)
{
	return text_shape(look->engine, text_font(look->engine, &style), words, strlen(words));
}
