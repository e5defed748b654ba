#include "support/suite_look.h"

struct look look;

void suite_look_load(void)
{
	fixture_set_up();
	look = look_load(arena, "annual-report-a4");
}

void suite_look_free(void)
{
	look_free(&look);
}

struct canvas suite_canvas(double width, double height)
{
	return (struct canvas){ .arena = arena,
				.engine = look.engine,
				.theme = look.theme,
				.layout = look.layout,
				.scene = scene_new(arena, width, height),
				.width = width,
				.height = height,
				.text = look_font(&look, ROLE_CHART_TEXT),
				.strong = look_font(&look, ROLE_CHART_STRONG),
				.line_pt = 12 };
}
