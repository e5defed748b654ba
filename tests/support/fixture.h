/*
 * fixture.h - the arena and the messages of one test.
 *
 * For TestSuite(..., .init = fixture_set_up, .fini = fixture_tear_down). Criterion runs every test in a
 * process of its own, so that one of each is enough.
 */
#ifndef GRADIENT_TESTS_FIXTURE_H
#define GRADIENT_TESTS_FIXTURE_H

struct arena;
struct diag_list;

extern struct arena *arena;
extern struct diag_list *diags;

void fixture_set_up(void);
void fixture_tear_down(void);

#endif
