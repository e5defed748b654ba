#include "support/fixture.h"

#include "base/arena.h"
#include "base/diag.h"

struct arena *arena;
struct diag_list *diags;

void fixture_set_up(void)
{
	arena = arena_new();
	diags = diag_list_new(arena);
}

void fixture_tear_down(void)
{
	arena_free(arena);
}
