"""The entry point of the theme `factsheets`: engines take the folder of a module's `__file__`."""

from factsheets.storage.templates import theme_folder

__file__ = str(theme_folder() / "__init__.py")
