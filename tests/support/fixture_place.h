/*
 * fixture_place.h - the folder of one test beside its arena and messages, which are those of the folder.
 *
 * For TestSuite(..., .init = fixture_place_set_up, .fini = fixture_place_tear_down).
 */
#ifndef GRADIENT_TESTS_FIXTURE_PLACE_H
#define GRADIENT_TESTS_FIXTURE_PLACE_H

#include "support/fixture.h"
#include "support/workplace.h"

extern struct workplace place;

void fixture_place_set_up(void);
void fixture_place_tear_down(void);

#endif
