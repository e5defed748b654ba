/* The solver's library among those that it brings along. */
#include "disclosure/solver.h"

#include <criterion/criterion.h>

#ifdef __GLIBC__

#include <printf.h>

/* The C library's own would give the type a number, and print every number the slow way from then on. */
Test(disclosure_solver, keeps_its_libraries_from_changing_how_numbers_are_printed)
{
	cr_expect_eq(register_printf_type(NULL), -1);
}

#endif
