from django.urls import path

from django_peer import views

urlpatterns = [
    path("health", views.health),
    path("boards/nottingham/cells", views.cells),
    path("people", views.search),
    path("people/<str:subject>", views.person),
    path("people/<str:subject>/record/core/contact", views.record),
]
