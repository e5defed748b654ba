#include "layout/logo.h"

#include "scene/image.h"

/* Nothing comes nearer than half its height. */
static const double clear_share = 0.5;

static double width_of(const struct logo *logo)
{
	return logo->height_pt * logo->image->width / logo->image->height;
}

double logo_room(const struct composer *composer)
{
	const struct logo *logo = &composer->theme->logo;

	return logo->image == NULL ? 0 : width_of(logo) + clear_share * logo->height_pt;
}

int logo_element(struct composer *composer)
{
	const struct logo *logo = &composer->theme->logo;
	int element;

	if (logo->image == NULL)
		return ARTIFACT_LAYOUT;
	element = composer_element(composer, STRUCTURE_FIGURE, 0);
	composer_facts(composer, element)->alternative = logo->alternative;
	return element;
}

void logo_place(struct composer *composer, struct scene *page, int element, double x, double y)
{
	const struct logo *logo = &composer->theme->logo;
	int before = page->element;

	if (logo->image == NULL)
		return;
	page->element = element;
	scene_image(page, logo->image,
		    (struct box){ x - width_of(logo), y - logo->height_pt / 2, width_of(logo),
				  logo->height_pt });
	page->element = before;
}
