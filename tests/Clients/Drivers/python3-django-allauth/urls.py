"""The addresses of the app."""
from django.http import HttpResponse
from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("home/", lambda request: HttpResponse(request.user.email)),
]
