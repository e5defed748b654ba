#include "support/fixture_place.h"

struct workplace place;

void fixture_place_set_up(void)
{
	place = workplace_new();
	arena = place.arena;
	diags = place.diags;
}

void fixture_place_tear_down(void)
{
	workplace_free(&place);
}
